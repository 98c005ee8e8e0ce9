// Reads a document and nothing else: the floor of `documents`.
import { readFileSync } from 'node:fs';
import { keepHeapLean } from '../src/cli/lean-heap.ts';
import { readSource } from '../src/sources/index.ts';

keepHeapLean();
const [, , file = ''] = process.argv;
process.stdout.write(`${readSource(readFileSync(file, 'utf8'), file).passages.length} passages\n`);
