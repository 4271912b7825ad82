import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function WeightsSheet() {
  return <EmptySheet title="Weights" />;
}
