import { serveWorker } from '@podlint/language-server/worker';

serveWorker(self as Parameters<typeof serveWorker>[0]);
