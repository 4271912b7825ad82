/** What a request asks a person: which file or folder. The answer is a path, which the window never sees. */
export interface FileQuestion {
  readonly purpose: 'open' | 'save' | 'folder';
  /** `Open a document` */
  readonly title: string;
  /** What is offered: `{ label: 'Allot document', extensions: ['allot'] }`, extensions without the dot. */
  readonly kinds: readonly { readonly label: string; readonly extensions: readonly string[] }[];
  /** The name to begin with when saving. */
  readonly suggestedName: string;
}

/** Null when the person closed the dialog. */
export type ChooseFile = (question: FileQuestion) => Promise<string | null>;
