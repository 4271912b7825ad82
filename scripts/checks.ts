import { runTool, toolPath } from './tools.ts';

export interface Check {
  readonly name: string;
  run(): Promise<number>;
}

/** What must hold before a test is worth running. Each counts as one test in `npm test`. */
export const CHECKS: readonly Check[] = [
  ...['src/shared', 'src/main', 'src/renderer', 'test'].map((folder) => ({
    name: `types of ${folder}`,
    run: () => runTool(toolPath('tsc'), ['-p', folder]),
  })),
  { name: 'format and lint', run: () => runTool(toolPath('biome'), ['check', '.']) },
];
