import { contextBridge, ipcRenderer } from 'electron';
import { type AllotBridge, EVENT_NAMES, REQUEST_NAMES } from '../../shared/contract/requests.ts';
import { ASK_CHANNEL, EVENT_CHANNEL } from './channels.ts';

/**
 * All that the window gets of Electron: `ask` and `on`, for the names of the contract. Neither ipcRenderer nor the
 * event of a message is ever handed over, since either would open every channel.
 */
const bridge: AllotBridge = {
  ask(name, params) {
    if (!REQUEST_NAMES.includes(name)) throw new Error(`Allot does not know the request “${String(name)}”.`);
    return ipcRenderer.invoke(ASK_CHANNEL, name, params);
  },
  on(name, listener) {
    if (!EVENT_NAMES.includes(name)) throw new Error(`Allot does not know the event “${String(name)}”.`);
    const hear = (_event: unknown, sentName: unknown, sent: unknown): void => {
      if (sentName === name) listener(sent as never);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.removeListener(EVENT_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld('allot', bridge);
