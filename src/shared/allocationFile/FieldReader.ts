import { quoted } from '../text/quoted.ts';

/** Why a template cannot be read; caught where reading begins and told as a sentence. */
export class TemplateFault extends Error {}

/** Reads the fields of one object of a template, naming the place of what is wrong. Unknown fields are refused. */
export class FieldReader {
  readonly #fields: Record<string, unknown>;
  readonly #place: string;
  readonly #seen = new Set<string>();

  constructor(value: unknown, place: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new TemplateFault(`The template cannot be read: ${place} must be an object.`);
    }
    this.#fields = value as Record<string, unknown>;
    this.#place = place;
  }

  #take(name: string): unknown {
    this.#seen.add(name);
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  #refuse(name: string, must: string): never {
    throw new TemplateFault(`The template cannot be read: ${this.#place}.${name} must be ${must}.`);
  }

  text(name: string, most: number): string {
    const value = this.#take(name);
    if (typeof value !== 'string') return this.#refuse(name, 'text');
    if (value.length > most) return this.#refuse(name, `at most ${most} characters`);
    if (!value.isWellFormed()) return this.#refuse(name, 'whole characters');
    return value;
  }

  flag(name: string): boolean {
    const value = this.#take(name);
    return typeof value === 'boolean' ? value : this.#refuse(name, 'true or false');
  }

  whole(name: string, least: number, most: number): number {
    const value = this.#take(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    return this.#refuse(name, `a whole number from ${least} to ${most}`);
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[]): Value {
    const value = this.#take(name);
    const found = values.find((one) => one === value);
    return found ?? this.#refuse(name, `one of ${values.map((one) => quoted(one)).join(', ')}`);
  }

  object(name: string): FieldReader {
    return new FieldReader(this.#take(name), `${this.#place}.${name}`);
  }

  list<Item>(name: string, most: number, read: (value: unknown, place: string) => Item): Item[] {
    const value = this.#take(name);
    if (!Array.isArray(value)) return this.#refuse(name, 'a list');
    if (value.length > most) return this.#refuse(name, `a list of at most ${most}`);
    return value.map((item, at) => read(item, `${this.#place}.${name}[${at + 1}]`));
  }

  /** Refuses what nobody asked for: a misspelt field would otherwise be silently without effect. */
  finish(): void {
    const stranger = Object.keys(this.#fields).find((name) => !this.#seen.has(name));
    if (stranger !== undefined) {
      throw new TemplateFault(
        `The template cannot be read: ${this.#place} has a field ${quoted(stranger)} that means nothing.`,
      );
    }
  }
}
