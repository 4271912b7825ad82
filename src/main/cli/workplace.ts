import { userInfo } from 'node:os';
import { createWorkplace, type Workplace } from '../document/Workplace.ts';
import { stateFolder } from '../window/stateFolder.ts';

/** The name under which changes are logged; a system without accounts still has a command line. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER || process.env.USERNAME || 'unknown';
  }
}

/** Where the command line works: the same folder and name as the window of this person. */
export const commandWorkplace = (): Workplace => createWorkplace(stateFolder(), userName());
