import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PdfJoiner } from '../../../src/main/print/PdfJoiner.ts';

/** A PDF as Chromium writes one: plain objects, a plain table, one page for each title. */
function chromiumPdf(titles: readonly string[]): Buffer {
  const objects: string[] = [];
  const add = (text: string): number => objects.push(text);
  add('<</Title (Run)\n/Creator (Chromium)>>');
  const size = 2 + titles.length * 6;
  const [pages, root, document, parents, names, node, outline, catalog] = Array.from(
    { length: 8 },
    (_, at) => size + 1 + at,
  );
  add('<</Filter /None\n/Length 5>> stream\nhello\nendstream');
  const [kids, entries] = [[] as number[], [] as number[]];
  const ids: string[] = [];
  const nums: string[] = [];
  for (const [at, title] of titles.entries()) {
    const first = 3 + at * 6;
    kids.push(first);
    entries.push(first + 5);
    add(`<</Type /Page\n/Contents 2 0 R\n/StructParents ${at}\n/Parent ${pages} 0 R>>`);
    add(`<</Type /StructElem\n/S /Art\n/P ${document} 0 R\n/K [${first + 2} 0 R]>>`);
    add(`<</Type /StructElem\n/S /TH\n/ID (node0000000${at})\n/P ${first + 1} 0 R\n/Pg ${first} 0 R\n/K 0>>`);
    add(
      `<</Type /StructElem\n/S /TD\n/ActualText (9 0 R node00000000)\n/P ${first + 1} 0 R\n/A [<</Headers [(node0000000${at})]>>]>>`,
    );
    add(`[${first + 2} 0 R]`);
    const previous = at > 0 ? `\n/Prev ${first - 1} 0 R` : '';
    const next = at < titles.length - 1 ? `\n/Next ${first + 11} 0 R` : '';
    add(`<</Title (${title})\n/Dest [${first} 0 R /XYZ 0 0 0]\n/Parent ${outline} 0 R${previous}${next}>>`);
    ids.push(`(node0000000${at}) ${first + 2} 0 R`);
    nums.push(`${at} ${first + 4} 0 R`);
  }
  const references = (list: readonly number[]): string => list.map((id) => `${id} 0 R`).join(' ');
  add(`<</Type /Pages\n/Count ${titles.length}\n/Kids [${references(kids)}]>>`);
  add(
    `<</Type /StructTreeRoot\n/K ${document} 0 R\n/ParentTreeNextKey ${titles.length}\n/ParentTree ${parents} 0 R\n/IDTree ${names} 0 R>>`,
  );
  add(`<</Type /StructElem\n/S /Document\n/Lang (en)\n/P ${root} 0 R\n/K [${references(kids.map((id) => id + 1))}]>>`);
  add(`<</Type /ParentTree\n/Nums [${nums.join(' ')}]>>`);
  add(`<</Kids [${node} 0 R]>>`);
  add(`<</Limits [(node00000000) (node0000000${titles.length - 1})]\n/Names [${ids.join(' ')}]>>`);
  add(`<</Type /Outlines\n/First ${entries[0]} 0 R\n/Last ${entries.at(-1)} 0 R\n/Count ${titles.length}>>`);
  add(
    `<</Type /Catalog\n/Pages ${pages} 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot ${root} 0 R\n/Outlines ${outline} 0 R\n/Lang (en)>>`,
  );
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, '0')} 00000 n \n`;
  text += `trailer\n<</Size ${objects.length + 1}\n/Root ${catalog} 0 R\n/Info 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Reads a joined file by its cross-reference stream alone: every object by its number. */
function readJoined(bytes: Buffer): Map<number, string> {
  const text = bytes.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const contentOf = (offset: number): { head: string; content: Buffer } => {
    const head = /^\d+ 0 obj\n([\s\S]*?)\nstream\n/.exec(text.slice(offset, offset + 5_000));
    const length = Number(/\/Length (\d+)/.exec(head?.[1] ?? '')?.[1]);
    const from = offset + (head?.[0].length ?? 0);
    expect(text.slice(from + length, from + length + 10)).toBe('\nendstream');
    return { head: head?.[1] ?? '', content: bytes.subarray(from, from + length) };
  };
  const table = contentOf(start);
  const rows = inflateSync(table.content);
  const objects = new Map<number, string>([[0, table.head]]);
  for (let id = 0; id * 9 < rows.length; id++) {
    const kind = rows[id * 9];
    const where = rows.readUIntBE(id * 9 + 1, 6);
    const at = rows.readUIntBE(id * 9 + 7, 2);
    if (kind === 1) {
      expect(text.slice(where).startsWith(`${id} 0 obj\n`)).toBe(true);
      objects.set(id, contentOf(where).head);
    }
    if (kind !== 2) continue;
    const bundle = contentOf(Number(rows.readUIntBE(where * 9 + 1, 6)));
    const unpacked = inflateSync(bundle.content).toString('latin1');
    const first = Number(/\/First (\d+)/.exec(bundle.head)?.[1]);
    const numbers = unpacked.slice(0, first).trim().split(' ').map(Number);
    expect(numbers[at * 2]).toBe(id);
    const end = numbers[at * 2 + 3];
    objects.set(id, unpacked.slice(first + numbers[at * 2 + 1]!, end === undefined ? undefined : first + end).trim());
  }
  return objects;
}

async function join(parts: readonly (readonly string[])[]): Promise<Map<number, string>> {
  const pieces: Uint8Array[] = [];
  const joiner = new PdfJoiner(async (bytes) => {
    pieces.push(Uint8Array.from(bytes));
  });
  for (const titles of parts) expect(await joiner.add(chromiumPdf(titles))).toBe(titles.length);
  await joiner.end();
  return readJoined(Buffer.concat(pieces));
}

const idsIn = (text: string | undefined): number[] =>
  [...(text ?? '').replace(/\([^)]*\)/g, '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
const under = (text: string | undefined, name: string): number =>
  Number(new RegExp(`/${name} (\\d+) 0 R`).exec(text ?? '')?.[1]);

test('parts become one file: pages, tags, parent tree, names and outline all lead where they should', async () => {
  const objects = await join([['One', 'Two'], ['Three'], ['Four', 'Five', 'Six']]);
  for (const text of objects.values()) for (const id of idsIn(text)) expect(objects.has(id), text).toBe(true);
  const catalog = objects.get(under(objects.get(0), 'Root'));
  expect(catalog).toContain('/Marked true');
  expect(catalog).toContain('/Lang (en)');
  expect(objects.get(under(objects.get(0), 'Info'))).toContain('/Title (Run)');
  const pages = objects.get(under(catalog, 'Pages'));
  expect(pages).toContain('/Count 6');
  const leaves = idsIn(/\/Kids \[.*\]/.exec(pages ?? '')?.[0]).flatMap((id) => {
    expect(under(objects.get(id), 'Parent')).toBe(under(catalog, 'Pages'));
    return idsIn(/\/Kids \[[^\]]*\]/.exec(objects.get(id) ?? '')?.[0]);
  });
  expect(leaves.map((id) => Number(/\/StructParents (\d+)/.exec(objects.get(id) ?? '')?.[1]))).toEqual([
    0, 1, 2, 3, 4, 5,
  ]);

  const root = objects.get(under(catalog, 'StructTreeRoot'));
  const articles = idsIn(/\/K \[.*\]/.exec(objects.get(under(root, 'K')) ?? '')?.[0]);
  expect(articles).toHaveLength(6);
  for (const [at, id] of articles.entries()) {
    expect(under(objects.get(id), 'P')).toBe(under(root, 'K'));
    const header = idsIn(/\/K \[.*\]/.exec(objects.get(id) ?? '')?.[0])[0]!;
    expect(under(objects.get(header), 'Pg')).toBe(leaves[at]);
  }
  const branches = idsIn(objects.get(under(root, 'ParentTree')));
  const numbers = branches.flatMap((id) =>
    [...(objects.get(id) ?? '').matchAll(/(\d+) (\d+) 0 R/g)].map((match) => Number(match[1])),
  );
  expect(numbers).toEqual([0, 1, 2, 3, 4, 5]);
  const names = idsIn(objects.get(under(root, 'IDTree'))).map(
    (id) => /\/Names \[(.*)\]/.exec(objects.get(id) ?? '')?.[1],
  );
  const keys = names.flatMap((text) => [...(text ?? '').matchAll(/\(([^)]*)\)/g)].map((match) => match[1]!));
  expect(new Set(keys).size).toBe(6);
  expect([...keys].sort()).toEqual(keys);

  let entry = under(objects.get(under(catalog, 'Outlines')), 'First');
  const titles: string[] = [];
  for (let before = Number.NaN; Number.isFinite(entry); ) {
    expect(under(objects.get(entry), 'Prev')).toEqual(before);
    titles.push(/\/Title \((.*)\)/.exec(objects.get(entry) ?? '')?.[1] ?? '');
    before = entry;
    entry = under(objects.get(entry), 'Next');
  }
  expect(titles).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six']);
});

test('what only looks like a reference or a name inside a text stays as it is', async () => {
  const objects = await join([['a'], ['b']]);
  const cells = [...objects.values()].filter((text) => text.includes('/ActualText'));
  expect(cells).toHaveLength(2);
  for (const cell of cells) expect(cell).toContain('(9 0 R node00000000)');
  expect(new Set(cells.map((cell) => /Headers \[\((.*?)\)/.exec(cell)?.[1])).size).toBe(2);
});

test('a file that is not as Chromium writes it is refused with a sentence', async () => {
  const joiner = new PdfJoiner(async () => {});
  await expect(joiner.add(Buffer.from('%PDF-1.7 nothing'))).rejects.toThrow('no PDF was written');
});
