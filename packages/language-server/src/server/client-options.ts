import type { ClientParameters } from './client-settings.js';

/** Options of `initialize` that are podlint's own. */
interface Options {
  /** Another server of the client reports what every YAML reader finds. */
  readonly yamlServer?: boolean;
  /** See PublisherOptions. */
  readonly pause?: number;
  /** The client has podlint's commands itself, as podlint's extension does. */
  readonly commands?: 'own';
}

export function optionsOf({ initializationOptions }: ClientParameters): Options {
  return (initializationOptions ?? {}) as Options;
}

/** Who does what a lens offers: the client, this server in documents that the client shows, or nobody. */
export type CommandsOf = 'client' | 'server' | 'nobody';

export function commandsOf(parameters: ClientParameters): CommandsOf {
  if (optionsOf(parameters).commands === 'own') return 'client';
  return parameters.capabilities.window?.showDocument?.support === true ? 'server' : 'nobody';
}
