import { OneScreen } from './OneScreen.tsx';
import { PresentBar } from './PresentBar.tsx';
import { PresentConsole } from './PresentConsole.tsx';
import type { Presenting } from './Presenting.ts';

/** The presentation as it stands in the window: all of it, or the bar at its foot. Read when it is first wanted. */
export default function PresentViews({ presenting }: { readonly presenting: Presenting }) {
  const { live, view } = presenting;
  if (!live) return null;
  if (view === 'console') return <PresentConsole live={live} />;
  return view === 'oneScreen' ? <OneScreen live={live} /> : <PresentBar live={live} />;
}
