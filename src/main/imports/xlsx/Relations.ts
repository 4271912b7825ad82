import type { XmlReading } from './XmlParser.ts';

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** What the parts of a workbook say about one another. */
export class Relations {
  readonly #byId: ReadonlyMap<string, Relation>;

  constructor(byId: ReadonlyMap<string, Relation>) {
    this.#byId = byId;
  }

  /** The part of a relation of one type, or null: a chart or a macro sheet is not a sheet of cells. */
  part(id: string, type: string): string | null {
    const relation = this.#byId.get(id);
    return relation?.type === type ? relation.part : null;
  }

  partOfType(type: string): string | null {
    for (const relation of this.#byId.values()) if (relation.type === type) return relation.part;
    return null;
  }
}

/** Relations to parts inside the file; those to other files and addresses are not even remembered. */
export function relationsIn(folder: string): XmlReading<Relations> {
  const byId = new Map<string, Relation>();
  return {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
      const type = attributes.Type ?? '';
      const target = attributes.Target ?? '';
      // A target is relative to the folder of the part it belongs to, or from the root where it begins with a slash.
      const part = target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
      byId.set(attributes.Id ?? '', { type: type.slice(type.lastIndexOf('/') + 1), part });
    },
    result: () => new Relations(byId),
  };
}

/** Nearly every program calls it `xl/workbook.xml`; the file itself says where it is not. */
export function findWorkbookPart(relations: Relations | null): string {
  return relations?.partOfType('officeDocument') ?? 'xl/workbook.xml';
}
