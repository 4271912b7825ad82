import type { DocumentHost } from '../../../src/renderer/state/DocumentState.ts';
import { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, type Change, findConflict } from '../../../src/shared/changes/Change.ts';
import type { AllotBridge, Params, Reply, RequestName, Result } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { districtRows } from '../../fixtures/district.ts';

export const rows = () =>
  districtRows({
    levels: ['ES', 'HS'],
    needs: ['ALL', 'POV'],
    schools: [
      { code: 'A', level: 'ES', name: 'Alder' },
      { code: 'B', level: 'HS', name: 'Birch' },
    ],
    counts: [
      ['A', 'ES', 'ALL', 40_000],
      ['A', 'ES', 'POV', 10_000],
      ['B', 'HS', 'ALL', 60_000],
      ['B', 'HS', 'POV', 45_000],
    ],
    sources: [{ code: 'GEN', amountCents: 500_000_000, status: 'unlock', method: 'weights', weightSet: 'W' }],
    weights: [
      ['W', 'ES', 'ALL', 10_000],
      ['W', 'ES', 'POV', 3_400],
      ['W', 'HS', 'ALL', 12_518],
      ['W', 'HS', 'POV', 2_300],
    ],
  });

/** A main process in a few lines: it applies what it is sent to its own model and calculates for itself. */
export class TestHost {
  readonly sent: Change[] = [];
  readonly said: string[] = [];
  readonly model = new Model(rows());
  /** Set to refuse the change of that number, counted from 0, with this sentence. */
  refuses: { at: number; sentence: string } | null = null;
  /** Set to report another digest than its own. */
  reportsDigest: string | null = null;
  #log: readonly Change[] = this.sent;

  open(): DocumentState {
    const info = {
      name: 'Untitled',
      folder: null,
      isUntitled: true,
      logFault: null,
      isModified: false,
      readOnlyReason: null,
      notices: [],
    };
    const host: DocumentHost = {
      bridge: this.#bridge(),
      say: (sentence) => this.said.push(sentence),
      user: () => 'Maria',
    };
    return new DocumentState({ info, rows: structuredClone(this.model.toRows()), session: {} }, host);
  }

  /** Reads logged changes from another host. */
  logOf(host: TestHost): void {
    this.#log = host.sent;
  }

  #bridge(): AllotBridge {
    const ask = async (name: string, params: unknown): Promise<Reply<unknown>> => {
      if (name === 'change/read') return { ok: true, value: this.#log[(params as Params<'change/read'>).id - 100] };
      if (name !== 'change/commit') return { ok: true, value: null };
      const { change, calculatedScenario } = params as Params<'change/commit'>;
      const at = this.sent.push(change) - 1;
      const conflict = findConflict(this.model, change.ops);
      if (this.refuses?.at === at || conflict) {
        const message = conflict ? 'conflict' : (this.refuses?.sentence ?? '');
        return { ok: false, error: { code: 'refused', message, detail: [] } };
      }
      applyOps(this.model, change.ops);
      const digest = this.reportsDigest ?? new Calculation(this.model, calculatedScenario).digest();
      return { ok: true, value: { logId: 100 + at, digest, isModified: true } };
    };
    return {
      ask: ask as <Name extends RequestName>(name: Name, params: Params<Name>) => Promise<Reply<Result<Name>>>,
      on: () => () => {},
    };
  }
}
