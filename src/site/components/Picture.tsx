/** @jsxImportSource hono/jsx */
import type { Media } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { markGerman } from '../language.ts'
import { fileURL } from './fileURL.ts'

/** An image with its credit. `own`: as it is in the language of the reader, to tell German texts apart. */
export const Picture = ({
  image,
  own = image,
  reader,
}: {
  image: Media
  own?: Media
  reader: Reader
}) => {
  const size = image.sizes?.card?.url ? image.sizes.card : image
  return size.url ? (
    <figure>
      <img
        alt={image.alt}
        height={size.height ?? undefined}
        src={fileURL(size.url)}
        width={size.width ?? undefined}
        {...markGerman(reader, own.alt)}
      />
      {image.credit && <figcaption class="quiet">{image.credit}</figcaption>}
    </figure>
  ) : null
}
