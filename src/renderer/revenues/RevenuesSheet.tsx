import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function RevenuesSheet() {
  return <EmptySheet title="Revenues" />;
}
