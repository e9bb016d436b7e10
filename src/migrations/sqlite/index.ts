import * as migration_20261122_223052_initial from './20261122_223052_initial';
import * as migration_20261123_063821_review_and_people from './20261123_063821_review_and_people';

export const migrations = [
  {
    up: migration_20261122_223052_initial.up,
    down: migration_20261122_223052_initial.down,
    name: '20261122_223052_initial',
  },
  {
    up: migration_20261123_063821_review_and_people.up,
    down: migration_20261123_063821_review_and_people.down,
    name: '20261123_063821_review_and_people'
  },
];
