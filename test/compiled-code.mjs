// Keeps compiled code between the processes of the tests: most of the time of a command that does little is its compiling.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/code', import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE);
