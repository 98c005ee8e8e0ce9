import { Controller } from '../../control/controller.ts';
import { placeAt, readActions } from './actions.ts';
import type { ReadPorts } from './desk.ts';
import { modeOf, type ReadState } from './state.ts';

/** The reader moves only with the keys of its screen: there is no view beside the state. */
export type ReadController = Controller<null, ReadState>;

/** The read screen without its picture. */
export function createReadController(ports: ReadPorts): ReadController {
  return new Controller<null, ReadState>(ports, {
    view: () => null,
    subscribe: () => () => undefined,
    first: placeAt(ports.reader, ports.at),
    actions: (desk) => readActions({ ...ports, ...desk }),
    mode: (_, state) => modeOf(state, ports.fromCard),
    stepBack: () => null,
    follow: () => null,
    field: () => null,
  });
}
