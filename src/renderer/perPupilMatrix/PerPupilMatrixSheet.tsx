import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function PerPupilMatrixSheet() {
  return <EmptySheet title="Per-pupil matrix" />;
}
