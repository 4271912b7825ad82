import type { KeyboardEvent, MouseEvent } from 'react';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  /** Nobody pays it to the cent at this point. */
  readonly isShort: boolean;
}

export interface CurveProps {
  /** What is set, for screen readers: `Hold harmless percent`. */
  readonly label: string;
  readonly points: readonly CurvePoint[];
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where the decision stands; null where there is none. */
  readonly at: number | null;
  readonly atY: number | null;
  /** The whole point in words: `98.5 %: $1.2 M`. */
  readonly atText: string;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  /** Top of the scale; by default as high as the points ask for. */
  readonly highest?: number;
  /** A level to reach, drawn across. */
  readonly needed?: number;
  readonly isFixed: boolean;
  readonly onMove: (x: number) => void;
  readonly onLetGo: () => void;
  readonly onTakeBack: () => void;
  readonly testId: string;
}

const WIDTH = 380;
const HEIGHT = 132;
const LEFT = 60;
const RIGHT = 22;
const TOP = 12;
const BOTTOM = 22;

/** A round number no less than `value`: 1, 2, 2.5 or 5 times a power of ten. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((times) => times * power >= value) ?? 10) * power;
}

/** A line of what a decision costs at each of its values. Clicking or the arrow keys set it; the present one is marked. */
export function Curve(props: CurveProps) {
  const { points, least, most, step, at, atY, isFixed } = props;
  const highest = props.highest ?? roundUp(Math.max(0, ...points.map((point) => point.y), atY ?? 0, props.needed ?? 0));
  const toX = (x: number): number => LEFT + ((x - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const toY = (y: number): number => HEIGHT - BOTTOM - (y / highest) * (HEIGHT - TOP - BOTTOM);
  const within = (x: number): number => Math.min(most, Math.max(least, Math.round(x / step) * step));
  const line = (of: readonly CurvePoint[]): string =>
    of
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${toX(point.x).toFixed(1)} ${toY(point.y).toFixed(1)}`)
      .join('');
  const area =
    points.length > 1
      ? `${line(points)}L${toX(points.at(-1)?.x ?? most)} ${toY(0)}L${toX(points[0]?.x ?? least)} ${toY(0)}Z`
      : '';

  const click = (event: MouseEvent<HTMLElement>): void => {
    if (isFixed) return;
    const box = event.currentTarget.getBoundingClientRect();
    const part = ((event.clientX - box.left) / box.width) * WIDTH;
    props.onMove(within(least + ((part - LEFT) / (WIDTH - LEFT - RIGHT)) * (most - least)));
    props.onLetGo();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      props.onTakeBack();
      return;
    }
    const from = at ?? most;
    const to: Record<string, number> = {
      ArrowRight: from + step,
      ArrowUp: from + step,
      ArrowLeft: from - step,
      ArrowDown: from - step,
      PageUp: from + 10 * step,
      PageDown: from - 10 * step,
      Home: least,
      End: most,
    };
    const next = to[event.key];
    if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (!isFixed) props.onMove(within(next));
  };

  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => least + part * (most - least));
  const short = shortRuns(points);
  return (
    <div
      className="curve"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={at ?? most}
      aria-valuetext={props.atText}
      aria-disabled={isFixed || undefined}
      data-testid={props.testId}
      onClick={click}
      onKeyDown={key}
      onKeyUp={props.onLetGo}
      onBlur={props.onLetGo}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line
              className="curve-grid"
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={toY(part * highest)}
              y2={toY(part * highest)}
            />
            <text className="curve-text" x={LEFT - 6} y={toY(part * highest) + 4} textAnchor="end">
              {props.formatY(part * highest)}
            </text>
          </g>
        ))}
        {ticks.map((x) => (
          <text key={x} className="curve-text" x={toX(x)} y={HEIGHT - 7} textAnchor="middle">
            {props.formatX(x)}
          </text>
        ))}
        {area ? <path className="curve-area" d={area} /> : null}
        <path className="curve-line" d={line(points)} />
        {short.map((run) => (
          <path key={run[0]?.x} className="curve-line curve-line-short" d={line(run)} />
        ))}
        {props.needed === undefined ? null : (
          <line className="curve-needed" x1={LEFT} x2={WIDTH - RIGHT} y1={toY(props.needed)} y2={toY(props.needed)} />
        )}
        {at !== null && atY !== null && at >= least && at <= most ? (
          <g>
            <line className="curve-now" x1={toX(at)} x2={toX(at)} y1={TOP} y2={toY(0)} />
            <circle className="curve-dot" cx={toX(at)} cy={toY(atY)} r={5} />
          </g>
        ) : null}
      </svg>
    </div>
  );
}

/** Neighbouring points that are short, so that the part of the line without a solution looks different. */
function shortRuns(points: readonly CurvePoint[]): CurvePoint[][] {
  const runs: CurvePoint[][] = [];
  let run: CurvePoint[] = [];
  for (const point of points) {
    if (point.isShort) run.push(point);
    else {
      if (run.length > 1) runs.push(run);
      run = [];
    }
  }
  if (run.length > 1) runs.push(run);
  return runs;
}
