import { userInfo } from 'node:os';
import packageFile from '../../../package.json' with { type: 'json' };
import type { AppInfo } from '../../shared/contract/requests.ts';

/** The name under which changes are logged; a system without accounts still has a person before it. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER || process.env.USERNAME || 'unknown';
  }
}

export function appInfo(host: AppInfo['host']): AppInfo {
  return { version: packageFile.version, host, platform: process.platform, user: userName() };
}
