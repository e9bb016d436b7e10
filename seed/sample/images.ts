import sharp from 'sharp'

type SampleImage = { alt: string; draw: string }

const canvas = (background: string, shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"><rect width="1200" height="800" fill="${background}"/>${shapes}</svg>`

/** Plain pictures, drawn for the purpose. */
export const sampleImages: SampleImage[] = [
  {
    alt: 'Musterbild: zwei ineinandergreifende Kreise',
    draw: canvas(
      '#e8eef4',
      '<circle cx="500" cy="400" r="220" fill="#1f4e79" opacity=".85"/><circle cx="720" cy="400" r="220" fill="#c8963e" opacity=".75"/>',
    ),
  },
  {
    alt: 'Musterbild: ein Haus mit offener Tür',
    draw: canvas(
      '#f4efe6',
      '<path d="M300 400 600 180 900 400v280H300z" fill="#7a3b5d"/><rect x="540" y="470" width="120" height="210" fill="#f4d58d"/>',
    ),
  },
  {
    alt: 'Musterbild: ein Weg über Hügel',
    draw: canvas(
      '#dcebe4',
      '<path d="M0 560q300-180 600-40t600-60v340H0z" fill="#2f6f5e"/><path d="M560 800q40-180 20-260" stroke="#f7f3e3" stroke-width="60" fill="none"/>',
    ),
  },
  {
    alt: 'Musterbild: ein runder Tisch von oben',
    draw: canvas(
      '#eceaf3',
      `<circle cx="600" cy="400" r="170" fill="#4b4e8a"/>${[0, 60, 120, 180, 240, 300]
        .map(
          (angle) =>
            `<circle cx="600" cy="130" r="48" fill="#a7abd6" transform="rotate(${angle} 600 400)"/>`,
        )
        .join('')}`,
    ),
  },
]

/** A drawing as a file to upload. */
export const drawImage = async ({
  draw,
}: SampleImage): Promise<{ data: Buffer; mimetype: string; name: string; size: number }> => {
  const data = await sharp(Buffer.from(draw)).resize(1200, 800).png().toBuffer()
  return { data, mimetype: 'image/png', name: 'musterbild.png', size: data.byteLength }
}
