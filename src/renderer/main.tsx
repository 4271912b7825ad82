import { createRoot } from 'react-dom/client';
import { getBridge } from './bridge/getBridge.ts';
import { AllotWindow } from './shell/AllotWindow.tsx';
import { WindowState } from './state/WindowState.ts';
import './theme/tokens.css';
import './theme/base.css';

const window = new WindowState(getBridge());
const root = document.getElementById('root');
if (root) createRoot(root).render(<AllotWindow window={window} />);
// A reload or a closed tab must not lose the width that was dragged a moment before.
globalThis.addEventListener('pagehide', () => window.sendWaiting());
void window.start();
