import { serveStdio } from '@podlint/language-server/stdio';

serveStdio();
