import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function SourcesSheet() {
  return <EmptySheet title="Sources" />;
}
