import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function TieOutSheet() {
  return <EmptySheet title="Tie-out" />;
}
