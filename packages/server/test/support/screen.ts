/** A screen with a header, some cards and a footer, on a grid of its own. */
export function screen(cards: number): object {
  return {
    screen_id: 'store',
    components: [
      text('header', 'header', 'Store', [0, 0, 1200, 64], { bg_color: '#FFFFFF', text_color: '#1F2937' }),
      {
        id: 'grid',
        type: 'container',
        role: 'products',
        bbox: [0, 80, 1200, 40 + Math.ceil(cards / 4) * 320],
        visual: { bg_color: '#F9FAFB', padding: 20 },
        children: Array.from({ length: cards }, (_, i) => card(i)),
      },
      text('footer', 'footer', 'All rights reserved', [0, 160 + Math.ceil(cards / 4) * 320, 1200, 80], {
        bg_color: '#111827',
        text_color: '#FFFFFF',
      }),
    ],
  }
}

/** Components of a screen with so many cards. */
export function componentsOf(cards: number): number {
  return 3 + cards * 4
}

function card(i: number): object {
  const x = 20 + (i % 4) * 290
  const y = 100 + Math.floor(i / 4) * 320
  return {
    id: `card_${i + 1}`,
    type: 'card',
    role: 'product',
    bbox: [x, y, 270, 300],
    confidence: 0.97,
    visual: { bg_color: '#FFFFFF', border_color: '#E5E7EB', border_radius: 12, padding: 16 },
    children: [
      text(`title_${i + 1}`, 'heading', names[i % names.length]!, [x + 16, y + 16, 238, 28], {
        text_color: '#1F2937',
        font_size: 18,
        font_weight: 'bold',
      }),
      text(`price_${i + 1}`, 'text', `$${19 + i * 5}.00`, [x + 16, y + 60, 238, 24], {
        text_color: '#4B5563',
        font_size: 16,
      }),
      text(`buy_${i + 1}`, 'button', 'Add to cart', [x + 16, y + 236, 238, 48], {
        bg_color: '#2563EB',
        text_color: '#FFFFFF',
        border_radius: 8,
      }),
    ],
  }
}

const names = ['Trail Shoe', 'Rain Jacket', 'Wool Hat', 'Camp Mug', 'Sleeping Bag', 'Head Torch', 'Rope']

function text(id: string, type: string, said: string, bbox: readonly number[], visual: object): object {
  return { id, type, text: said, bbox, confidence: 0.99, visual }
}
