import type { FaultKind, FileFault } from '../../shared/allocationFile/FileFault.ts';
import { goToAccount } from '../accounts/AccountsView.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import type { ShownFile } from './PreviewWatch.ts';
import { placeOfFault } from './placeOfFault.ts';
import { ScrollRegion } from './ScrollRegion.tsx';

const SHOWN = 200;

const KINDS: Readonly<Record<FaultKind, string>> = {
  template: 'Template',
  scenario: 'Scenario',
  unmapped: 'No account',
  blank: 'Blank',
  too_short: 'Too short',
  too_long: 'Too long',
  duplicate: 'Duplicate',
  encoding: 'Encoding',
  text: 'Text',
  amount: 'Amount',
  totals: 'Totals',
  read_back: 'Read back',
};

/** Everything that keeps the file from being written, each with the way to where it is mended. */
export function PreviewFaults({ shown }: { readonly shown: ShownFile }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { faults, faultCount, notices } = shown;
  const goTo = (fault: FileFault): void => {
    if (fault.segment !== '') goToAccount(window, placeOfFault(document.model, fault), fault.segment);
    else if (fault.kind === 'scenario') window.goTo('tie-out');
    else if (fault.source !== '' && document.model.table('source').has(fault.source)) {
      window.goTo('sources', { rowKey: fault.source });
    }
  };
  const leads = ({ segment, kind, source }: FileFault): string | null =>
    segment !== ''
      ? 'Go to account'
      : kind === 'scenario'
        ? 'Go to Tie-out'
        : source !== '' && kind !== 'template'
          ? 'Go to source'
          : null;
  return (
    <ScrollRegion className="file-faults" label="Faults" testId="file-faults">
      {faultCount === 0 ? (
        <p className="file-clean">
          <span className="ok">✓</span> No fault: every account is whole, nothing is too long, no row stands twice, and
          all totals equal the scenario.
        </p>
      ) : null}
      <ul>
        {faults.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.kind} ${fault.reason}`}>
            <span className="file-fault-kind">{KINDS[fault.kind]}</span>
            <span className="file-fault-reason">{fault.reason}</span>
            {leads(fault) ? (
              <button type="button" className="link" onClick={() => goTo(fault)}>
                {leads(fault)}
              </button>
            ) : null}
          </li>
        ))}
        {notices.map((notice) => (
          <li key={notice}>
            <span className="file-notice-kind">Note</span>
            <span className="file-fault-reason">{notice}</span>
          </li>
        ))}
      </ul>
      {faultCount > SHOWN ? (
        <p className="hint">and {(faultCount - SHOWN).toLocaleString('en-US')} more faults</p>
      ) : null}
    </ScrollRegion>
  );
}
