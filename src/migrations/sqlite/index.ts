import * as migration_20261122_220801_initial from './20261122_220801_initial';

export const migrations = [
  {
    up: migration_20261122_220801_initial.up,
    down: migration_20261122_220801_initial.down,
    name: '20261122_220801_initial'
  },
];
