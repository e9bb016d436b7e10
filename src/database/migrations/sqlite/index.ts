import * as migration_20261122_223052_initial from './20261122_223052_initial';
import * as migration_20261123_063821_review_and_people from './20261123_063821_review_and_people';
import * as migration_20261123_083832_delivery from './20261123_083832_delivery';
import * as migration_20261125_171014_faster_lists from './20261125_171014_faster_lists';
import * as migration_20261128_025048_addresses_and_tree from './20261128_025048_addresses_and_tree';
import * as migration_20261130_085905_redirects_changes_and_order from './20261130_085905_redirects_changes_and_order';

export const migrations = [
  {
    up: migration_20261122_223052_initial.up,
    down: migration_20261122_223052_initial.down,
    name: '20261122_223052_initial',
  },
  {
    up: migration_20261123_063821_review_and_people.up,
    down: migration_20261123_063821_review_and_people.down,
    name: '20261123_063821_review_and_people',
  },
  {
    up: migration_20261123_083832_delivery.up,
    down: migration_20261123_083832_delivery.down,
    name: '20261123_083832_delivery',
  },
  {
    up: migration_20261125_171014_faster_lists.up,
    down: migration_20261125_171014_faster_lists.down,
    name: '20261125_171014_faster_lists',
  },
  {
    up: migration_20261128_025048_addresses_and_tree.up,
    down: migration_20261128_025048_addresses_and_tree.down,
    name: '20261128_025048_addresses_and_tree',
  },
  {
    up: migration_20261130_085905_redirects_changes_and_order.up,
    down: migration_20261130_085905_redirects_changes_and_order.down,
    name: '20261130_085905_redirects_changes_and_order'
  },
];
