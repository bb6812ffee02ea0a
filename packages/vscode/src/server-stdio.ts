import { serveStdio } from '@podlint/language-server/stdio';

void serveStdio();
