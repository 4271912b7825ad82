import type { AllocationTemplate } from '../../../src/shared/allocationFile/AllocationTemplate.ts';

/** One record by heading, its fields as a finance system would take them: unquoted, and trimmed where widths are fixed. */
export type ReadRecord = ReadonlyMap<string, string>;

/**
 * A reader of its own, character by character after RFC 4180 and by cumulated widths, that shares nothing with the
 * program: what both get out of a file is what stands in it.
 */
export function readLikeAFinanceSystem(text: string, template: AllocationTemplate): ReadRecord[][] {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const lines =
    template.format === 'fixed'
      ? body
          .split(/\r?\n/)
          .slice(0, -1)
          .map((line) => [line])
      : splitCsv(body, template.delimiter);
  const before = template.header.length;
  const heading = template.headings ? 1 : 0;
  const after = template.control.length;
  const groups: ReadRecord[][] = [[], [], []];
  lines.forEach((cells, at) => {
    if (at >= before && at < before + heading) return;
    const fromEnd = lines.length - at;
    const [group, layout] =
      at < before
        ? [0, template.header[at]]
        : fromEnd <= after
          ? [2, template.control[after - fromEnd]]
          : [1, template.detail];
    const columns = layout?.columns ?? [];
    const record = new Map<string, string>();
    let position = 0;
    columns.forEach((column, place) => {
      const field =
        template.format === 'fixed'
          ? [...(cells[0] ?? '')].slice(position, position + column.width).join('')
          : (cells[place] ?? '');
      position += column.width;
      record.set(column.heading, template.format === 'fixed' ? field.trim() : field);
    });
    groups[group as number]?.push(record);
  });
  return groups;
}

function splitCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  const endRow = (): void => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (inQuotes) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else inQuotes = false;
    } else if (character === '"' && cell === '') inQuotes = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  return rows;
}

/** Cents of an amount however it is signed: `(1.50)`, `150-`, `+1.50`, `0000150`. */
export function centsOf(text: string, impliedPlaces: number | null): number {
  const isNegative = /[-(]/.test(text);
  const digits = text.replace(/[^\d.]/g, '');
  if (digits === '') return 0;
  const [whole = '', part = ''] =
    impliedPlaces === null
      ? digits.split('.')
      : [digits.slice(0, -impliedPlaces), digits.slice(-impliedPlaces).padStart(impliedPlaces, '0')];
  const exact = BigInt((whole || '0') + part.padEnd(8, '0'));
  if (exact % 1_000_000n !== 0n) throw new Error(`${text} has parts of a cent`);
  const cents = Number(exact / 1_000_000n);
  return isNegative ? -cents || 0 : cents;
}
