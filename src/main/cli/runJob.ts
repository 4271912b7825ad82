import { type JobProgress, LongJob } from '../handlers/LongJob.ts';

/**
 * A long job of the command line: Ctrl+C ends it as Cancel does in the window, with nothing left behind. How far it is
 * stands on standard error while a person looks at that, and never in a file or another program.
 */
export async function runJob<Answer>(label: string, work: (progress: JobProgress) => Promise<Answer>): Promise<Answer> {
  const { stderr } = process;
  let isTold = false;
  const job = new LongJob((name, event) => {
    if (name !== 'progress/step' || !stderr.isTTY || !('total' in event) || event.total === null) return;
    stderr.write(`\r${label}: ${event.done} of ${event.total}`);
    isTold = true;
  });
  const cancel = (): void => job.cancel();
  process.once('SIGINT', cancel);
  try {
    return await job.run(label, work);
  } finally {
    process.off('SIGINT', cancel);
    if (isTold) stderr.write('\r\u001b[K');
  }
}
