import type { ZodError } from 'zod';
import { AllotError } from '../shared/contract/errors.ts';
import { REQUEST_NAMES, type Reply, type RequestName } from '../shared/contract/requests.ts';
import { Session } from './document/Session.ts';
import { createWorkplace, type Workplace } from './document/Workplace.ts';
import type { HostServices } from './HostServices.ts';
import { allocationHandlers } from './handlers/allocationFile.ts';
import { assistantHandlers } from './handlers/assistant.ts';
import { boardSessionHandlers } from './handlers/boardSession.ts';
import { calculatorHandlers } from './handlers/calculators.ts';
import { changeHandlers } from './handlers/change.ts';
import { documentHandlers } from './handlers/document.ts';
import { writeErrorLog } from './handlers/errorLog.ts';
import { FileAtHand } from './handlers/FileAtHand.ts';
import { gradualHandlers } from './handlers/gradual.ts';
import type { Handlers } from './handlers/Handlers.ts';
import { historyHandlers } from './handlers/history.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { LongJob } from './handlers/LongJob.ts';
import { pictureHandlers } from './handlers/pictures.ts';
import { projectorHandlers } from './handlers/projector.ts';
import { scenarioHandlers } from './handlers/scenario.ts';
import { PARAMS_SCHEMAS } from './handlers/schemas.ts';
import { statementHandlers } from './handlers/statements.ts';
import { versionHandlers } from './handlers/versions.ts';
import { workbookHandlers } from './handlers/workbook.ts';
import { yearsHandlers } from './handlers/years.ts';

/** The contract, implemented once for every host. */
export interface MainProgram {
  readonly handlers: Handlers;
  /** What the window has open; hosts ask it before closing and hand it documents named from outside. */
  readonly session: Session;
  /** Answers one request as data. Whatever comes in, it never throws and never lets a stack out. */
  readonly dispatch: (name: string, params: unknown) => Promise<Reply<unknown>>;
}

export function createHandlers(
  host: HostServices,
  workplace: Workplace = createWorkplace(host.stateFolder, host.info.user),
): MainProgram {
  const session = new Session(workplace, (info) => host.emit('document/info', info));
  const job = new LongJob(host.emit);
  const atHand = new FileAtHand();
  const handlers: Handlers = {
    'app/info': async () => host.info,
    ...documentHandlers(host, session),
    ...changeHandlers(session),
    ...workbookHandlers(host, session, job),
    ...assistantHandlers(host, session, atHand),
    ...yearsHandlers(host, session, atHand),
    ...scenarioHandlers(host, session),
    ...gradualHandlers(host, session),
    ...historyHandlers(host, session),
    ...versionHandlers(host, session),
    ...allocationHandlers(host, session),
    ...calculatorHandlers(host, session, job),
    ...statementHandlers(host, session, job),
    ...boardSessionHandlers(host, session, job),
    ...pictureHandlers(host, session),
    ...projectorHandlers(host),
    ...jobHandlers(job),
    'session/set': async ({ key, value }) => {
      session.document.setSession(key, value);
      return null;
    },
    'ask/answer': async (answer) => {
      if (!host.answerFileQuestion) {
        throw new AllotError('not-here', 'This window asks for files with the dialogs of the system.');
      }
      host.answerFileQuestion(answer);
      return null;
    },
  };

  const dispatch = async (name: string, params: unknown): Promise<Reply<unknown>> => {
    try {
      if (!isRequestName(name)) throw new AllotError('bad-request', 'Allot has no such request; nothing was done.');
      const checked = PARAMS_SCHEMAS[name].safeParse(params);
      if (!checked.success) throw badRequest(checked.error);
      const handler = handlers[name] as (params: unknown) => Promise<unknown>;
      return { ok: true, value: await handler(checked.data) };
    } catch (error) {
      if (error instanceof AllotError) return { ok: false, error: error.toData() };
      return { ok: false, error: unexpected(workplace, name, error).toData() };
    }
  };

  return { handlers, session, dispatch };
}

function isRequestName(name: string): name is RequestName {
  return (REQUEST_NAMES as readonly string[]).includes(name);
}

const ISSUES_TOLD = 3;

function badRequest(error: ZodError): AllotError {
  const issues = error.issues.slice(0, ISSUES_TOLD);
  return new AllotError(
    'bad-request',
    'The window asked for something Allot cannot take, so nothing was done and the document is as it was. If this comes back, please report it.',
    issues.map((issue) => `${issue.path.join('.').slice(0, 100)}: ${issue.message.slice(0, 200)}`),
  );
}

function unexpected(workplace: Workplace, name: string, error: unknown): AllotError {
  const isWritten = writeErrorLog(workplace.stateFolder, name.slice(0, 100), error, workplace.now());
  const where = isWritten ? ' Details are in errors.log in the folder where Allot keeps its settings.' : '';
  return new AllotError(
    'unexpected',
    `Something went wrong inside Allot, and what you asked for was not done. Changes made before are kept.${where} Please report it.`,
  );
}
