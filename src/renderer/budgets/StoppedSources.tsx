import { FindingBanner } from '../sheets/FindingBanner.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';

/** Above the budgets: which sources pay nobody, because without them the totals below are not the schools' budgets. */
export function StoppedSources() {
  const { calculation } = useDocument();
  const window = useWindowOnce();
  const stopped = calculation.results.sources.flatMap((source) => source.stopped ?? []);
  return (
    <FindingBanner
      findings={stopped}
      onShow={(finding) => window.goTo('sources', { rowKey: finding.source ?? '', columnId: 'finding' })}
    />
  );
}
