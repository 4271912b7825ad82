import { beforeEach, describe, expect, it } from 'vitest';
import { ProjectorWindow, projectorAddress } from '../../../src/main/electron/ProjectorWindow.ts';
import { createWindow } from '../../../src/main/electron/window.ts';
import * as standIn from '../../fixtures/electronStandIn.ts';

const FIRST = '0b7e7a0e-6a53-4a2e-9f0b-2f6f3f0f6f11';
const SECOND = '5ad0e1d3-56f5-4cf5-8f2f-7a1d8d1b3c22';
const BESIDE = { id: 2, bounds: { x: 1920, y: 0, width: 1280, height: 800 } };

let projector: ProjectorWindow;
const latest = () => standIn.BrowserWindow.windows.at(-1) as standIn.BrowserWindow;

beforeEach(() => {
  standIn.resetStandIn();
  const main = createWindow('/program/out');
  projector = new ProjectorWindow(() => main);
});

describe('the window of the projector', () => {
  it('fills the screen on which the program does not stand', () => {
    standIn.answers.displays = [...standIn.answers.displays, BESIDE];
    expect(projector.open(FIRST)).toBe('second');
    expect(latest().options).toMatchObject({ ...BESIDE.bounds, fullscreen: true, show: false });
    expect(standIn.recorded).toContainEqual({ call: 'loadURL', args: [projectorAddress(FIRST)] });
    expect(projectorAddress(FIRST)).toBe(`app://allot/projector.html#${FIRST}`);
  });

  it('leaves room for the controls where there is one screen', () => {
    expect(projector.open(FIRST)).toBe('same');
    expect(latest().options).not.toHaveProperty('fullscreen');
  });

  it('is shown without taking the keys from the person at the controls', () => {
    projector.open(FIRST);
    latest().emit('ready-to-show');
    expect(standIn.recorded.at(-1)?.call).toBe('window.showInactive');
    expect(standIn.recorded.map(({ call }) => call)).not.toContain('window.show');
  });

  it('is one: asked again it comes to light, and another presentation takes its place', () => {
    projector.open(FIRST);
    const first = latest();
    projector.open(FIRST);
    expect(latest()).toBe(first);
    projector.open(SECOND);
    expect(first.destroyed).toBe(true);
    expect(latest()).not.toBe(first);
    expect(latest().destroyed).toBe(false);
  });

  it('opens anew after the person has closed it', () => {
    projector.open(FIRST);
    const first = latest();
    first.destroy();
    projector.open(FIRST);
    expect(latest()).not.toBe(first);
    projector.close();
    expect(latest().destroyed).toBe(true);
  });
});
