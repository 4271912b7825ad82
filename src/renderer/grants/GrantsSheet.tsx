import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function GrantsSheet() {
  return <EmptySheet title="Grants" />;
}
