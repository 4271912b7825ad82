import { Projector } from './Projector.ts';
import './projector.css';

const root = document.getElementById('projector');
if (root) new Projector(root, location.hash.slice(1)).start();
