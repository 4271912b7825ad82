export { readOps, writeOps } from '../../shared/changes/opsText.ts';
