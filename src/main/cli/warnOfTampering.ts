import type { DistrictDocument } from '../document/DistrictDocument.ts';

/**
 * Says on standard error that a model was changed outside of the program. It is a warning: what a command prints and
 * its exit code are those of the command, for the numbers are those of the data as it stands.
 */
export function warnOfTampering({ logFault }: DistrictDocument): void {
  if (logFault) process.stderr.write(`Warning: ${logFault.sentence.replace(/\s*\n\s*/g, ' ')}\n`);
}
