import { EmptySheet } from '../sheets/EmptySheet.tsx';

export function EnrollmentSheet() {
  return <EmptySheet title="Enrollment" />;
}
