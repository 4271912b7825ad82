import { basename } from 'node:path';
import { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Session } from '../document/Session.ts';
import { writeFormulaBook } from '../exports/statements/writeFormulaBook.ts';
import { refuseStopped, writeStatements } from '../exports/statements/writeStatements.ts';
import type { HostServices } from '../HostServices.ts';
import { startHostPrinter } from '../print/hostPrinter.ts';
import { checkedCalculation } from './checkedCalculation.ts';
import { documentName } from './documentName.ts';
import type { HandlersOf } from './Handlers.ts';
import type { LongJob } from './LongJob.ts';
import { readPicture } from './pictureFile.ts';
import { withEnding } from './withEnding.ts';
import { refuseDocument } from './writeText.ts';

const KINDS = {
  pdf: [{ label: 'PDF file', extensions: ['pdf'] }],
  html: [{ label: 'Web page', extensions: ['html'] }],
} as const;
const PICTURES = [{ label: 'PNG or JPEG picture', extensions: ['png', 'jpg', 'jpeg'] }];

/** What goes to principals and the public: statements, the formula book, and the logo on both. */
export function statementHandlers(
  host: HostServices,
  session: Session,
  job: LongJob,
): HandlersOf<'statements'> & HandlersOf<'formulaBook'> & HandlersOf<'logo'> {
  const startPrinter = host.startPrinter ?? startHostPrinter;
  const choosePath = async (title: string, what: string, as: 'pdf' | 'html'): Promise<string | null> => {
    const name = documentName(session);
    const suggestedName = `${name} ${what}.${as}`;
    const chosen = await host.chooseFile({ purpose: 'save', title, kinds: KINDS[as], suggestedName });
    if (chosen === null) return null;
    const path = await withEnding(session.workplace, chosen, `.${as}`);
    refuseDocument(session, path);
    return path;
  };
  /** A calculation of its own, so that edits while pages are printed do not end up on half of them. */
  const still = (scenario: number): Calculation => new Calculation(session.document.model.derive({}), scenario);
  const now = (): string => session.workplace.now().toISOString();

  return {
    'statements/export': async ({ scenario, digest, school, as, paper }) => {
      refuseStopped(checkedCalculation(session, scenario, digest), 'statements were');
      const calculation = still(scenario);
      const only = school === null ? null : calculation.schoolIndex(school);
      if (only !== null && only < 0) {
        throw new AllotError('school-unknown', 'This school is not in the document any more; nothing was written.');
      }
      const schools = only === null ? calculation.schools.map((_, at) => at) : [only];
      if (schools.length === 0) {
        throw new AllotError('no-schools', 'There are no schools yet, so there are no statements to write.');
      }
      const what = only === null ? 'statements' : `statement ${school}`.replace(/[\\/:*?"<>|]/g, '-');
      const path = await choosePath(only === null ? 'Write statements' : 'Write a statement', what, as);
      if (path === null) return null;
      const at = now();
      const written = await job.run(only === null ? 'Writing statements' : 'Writing the statement', (progress) =>
        writeStatements({ calculation, schools, paper, at, as, path, startPrinter, progress }),
      );
      return { fileName: basename(path), ...written };
    },
    'formulaBook/export': async ({ scenario, digest, as, paper }) => {
      checkedCalculation(session, scenario, digest);
      const calculation = still(scenario);
      const path = await choosePath('Write the formula book', 'formula book', as);
      if (path === null) return null;
      const at = now();
      await job.run('Writing the formula book', (progress) =>
        writeFormulaBook({ calculation, paper, at, as, path, startPrinter, progress }),
      );
      return { fileName: basename(path) };
    },
    'logo/choose': async () => {
      // Asked of a closed document, this should fail before the person has chosen a file.
      void session.document;
      const path = await host.chooseFile({
        purpose: 'open',
        title: 'The district’s logo',
        kinds: PICTURES,
        suggestedName: '',
      });
      return path === null ? null : readPicture(path);
    },
  };
}
