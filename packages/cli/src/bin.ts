import { processConsole } from './command-line/console.js';
import { main } from './main.js';

// Not process.exit(): that would cut off what is still on its way through a pipe.
void main(process.argv.slice(2), processConsole()).then((code) => (process.exitCode = code));
