import { serveWorker } from '@podlint/language-server/worker';

serveWorker(self);
