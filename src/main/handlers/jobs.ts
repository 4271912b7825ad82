import type { HandlersOf } from './Handlers.ts';
import type { LongJob } from './LongJob.ts';

export function jobHandlers(job: LongJob): HandlersOf<'job'> {
  return {
    'job/cancel': async () => {
      job.cancel();
      return null;
    },
  };
}
