import { AllotError } from '../../shared/contract/errors.ts';
import type { BoardSessionRow, SlideRow } from '../../shared/model/rows.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { drawSlide } from '../../shared/slides/drawSlide.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { sceneOf } from './sessionScene.ts';

/** A slide as the audience of its session would see it now; a sentence where it cannot be drawn. */
export function drawShown(document: DocumentState, session: BoardSessionRow, slide: SlideRow): Picture | string {
  const scene = sceneOf(document, session);
  if (typeof scene === 'string') return scene;
  try {
    return drawSlide(slide, scene);
  } catch (error) {
    if (error instanceof AllotError) return error.message;
    throw error;
  }
}
