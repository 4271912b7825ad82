/**
 * Answers to file dialogs given in advance, so that a test can go through a dialog of the system, which no test can
 * click: ALLOT_DIALOG_ANSWERS holds a JSON list of paths, used one after the other; null is a closed dialog.
 * Only hosts that are no installed product read it; see their call.
 */
export class AnswersForTests {
  private readonly answers: readonly unknown[];
  private next = 0;

  constructor(text: string | undefined) {
    const parsed: unknown = text ? JSON.parse(text) : [];
    if (!Array.isArray(parsed)) throw new Error('ALLOT_DIALOG_ANSWERS must be a JSON list of paths.');
    this.answers = parsed;
  }

  /** Whether dialogs are answered in advance at all; if so, one too many is answered as closed. */
  get isSet(): boolean {
    return this.answers.length > 0;
  }

  take(): string | null {
    const answer = this.answers[this.next++];
    return typeof answer === 'string' ? answer : null;
  }
}
