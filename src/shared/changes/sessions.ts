/** Changes of board sessions, their slides and their levers, and the order in which each of them stands. */
export {
  addSession,
  defaultSlides,
  duplicateSession,
  editSession,
  freeSessionName,
  type MadeRow,
  moveSession,
  orderedLevers,
  orderedSessions,
  orderedSlides,
  removeSession,
  renameSession,
  type SessionFields,
  sessionNameFault,
  slideName,
} from './boardSessions.ts';
export {
  addLever,
  editLever,
  type LeverFields,
  leverLimitsFault,
  leverName,
  moveLever,
  type NewLever,
  removeLever,
} from './levers.ts';
export { addSlide, duplicateSlide, editSlide, moveSlide, removeSlide, type SlideFields } from './slides.ts';
