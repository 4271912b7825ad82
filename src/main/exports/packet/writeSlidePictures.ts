import { readdir } from 'node:fs/promises';
import { slideSvgFile } from '../../../shared/packet/slideSvg.ts';
import type { Picture } from '../../../shared/pictures/Picture.ts';
import type { JobProgress } from '../../handlers/LongJob.ts';
import { safeFileName } from '../calculators/fileNames.ts';
import { PendingFiles } from '../PendingFiles.ts';

const OURS = /^\d{2,} .*\.svg$/;

/** `01 Headline numbers.svg`, so that a folder lists them in the order of the session. */
export function slideFileNames(slides: readonly Pick<Picture, 'title'>[]): string[] {
  const digits = Math.max(2, String(slides.length).length);
  return slides.map(
    ({ title }, at) => `${safeFileName(`${String(at + 1).padStart(digits, '0')} ${title}`, 'Slide')}.svg`,
  );
}

/**
 * Writes every slide as an SVG file into a folder of its own, all or none. Slides of an earlier time that are not among
 * them go, so that nobody finds there what may not be seen any more.
 */
export async function writeSlidePictures(
  slides: readonly Picture[],
  folder: string,
  progress: JobProgress,
): Promise<void> {
  const names = slideFileNames(slides);
  const pending = await PendingFiles.begin(folder);
  try {
    for (const [at, slide] of slides.entries()) {
      await progress.step(at, slides.length);
      await pending.write(names[at]!, Buffer.from(slideSvgFile(slide), 'utf8'));
    }
    const now = new Set(names.map((name) => name.toLowerCase()));
    for (const name of await readdir(folder)) {
      if (OURS.test(name) && !now.has(name.toLowerCase())) pending.takeAway(name);
    }
    await progress.step(slides.length, slides.length);
    await pending.putInPlace();
  } finally {
    await pending.discard();
  }
}
