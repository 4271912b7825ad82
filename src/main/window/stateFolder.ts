import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where working copies and settings live when no host says otherwise: the folder each system gives programs for
 * what is theirs. ALLOT_STATE_FOLDER puts it elsewhere, for a locked-down profile or a test.
 */
export function stateFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = environment.ALLOT_STATE_FOLDER;
  if (chosen) return chosen;
  if (platform === 'win32') return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Allot');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Allot');
  return join(environment.XDG_STATE_HOME || join(home, '.local', 'state'), 'allot');
}
