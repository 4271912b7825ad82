import { AllotError } from '../../shared/contract/errors.ts';
import type { HostServices } from '../HostServices.ts';
import type { HandlersOf } from './Handlers.ts';

/** The projector's window, where the host has windows; in a browser the window opens a tab of its own. */
export function projectorHandlers({ projector }: Pick<HostServices, 'projector'>): HandlersOf<'projector'> {
  return {
    'projector/open': async ({ channel }) => {
      if (!projector) {
        throw new AllotError('not-here', 'In a browser the projector is a tab, which the window opens itself.');
      }
      return { screen: projector.open(channel) };
    },
    'projector/close': async () => {
      projector?.close();
      return null;
    },
  };
}
