namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>What a page measures in a browser, against 互联网网站适老化通用设计规范 (工信部 2021). Each answers with what falls short.</summary>
internal static class Measures
{

    /// <summary>Everything of the page that is too small, too tight or too close for the mode for elders.</summary>
    public static async Task<IReadOnlyList<string>> ElderFaultsAsync(this IPage page) => await page.EvaluateAsync<string[]>(
        """
        () => {
          const faults = [];
          const name = e => e.tagName.toLowerCase() + (typeof e.className === 'string' && e.className ? '.' + e.className.trim().replaceAll(' ', '.') : '') + ' “' + (e.innerText ?? e.value ?? '').trim().slice(0, 16) + '”';
          const seen = e => { const r = e.getBoundingClientRect(); return r.width > 2 && r.height > 2 && e.checkVisibility({ visibilityProperty: true }) && !e.closest('.visually-hidden, .skip'); };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const e = node.parentElement;
            if (!node.data.trim() || e.closest('svg, script, style, noscript, option') || !seen(e)) continue;
            const style = getComputedStyle(e), size = parseFloat(style.fontSize);
            if (size < 23.99) faults.push(`text of ${size} px: ${name(e)}`);
            const line = style.lineHeight === 'normal' ? 1.2 * size : parseFloat(style.lineHeight);
            if (line / size < 1.299) faults.push(`lines of ${(line / size).toFixed(2)}: ${name(e)}`);
          }
          for (const p of document.querySelectorAll('.prose > p + p')) {
            if (!seen(p)) continue;
            const gap = p.getBoundingClientRect().top - p.previousElementSibling.getBoundingClientRect().bottom;
            const line = parseFloat(getComputedStyle(p).lineHeight);
            if (gap < 1.3 * line - 0.5) faults.push(`${gap.toFixed(1)} px between paragraphs with lines of ${line} px: ${name(p)}`);
          }
          const inText = e => {
            const block = e.parentElement.closest('p, li, dd, td, blockquote, figcaption, label, legend, span, ol, dl, h1') ?? e.parentElement;
            return e.tagName === 'A' && [...block.childNodes].some(n => n.nodeType === 3 && n.data.trim().length > 1);
          };
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            if (!seen(e) || inText(e)) continue;
            const r = e.getBoundingClientRect();
            if (r.width < 43.9 || r.height < 43.9) faults.push(`target of ${r.width.toFixed(0)} x ${r.height.toFixed(0)} px: ${name(e)} in ${name(e.parentElement)}`);
          }
          for (const e of document.querySelectorAll('.doors a, .domain-grid a, .site-nav a, .reading-bar a, .button:not(.button-small), .search-wide .input, .site-search .input')) {
            if (!seen(e)) continue;
            const r = e.getBoundingClientRect();
            if (r.width < 59.9 || r.height < 59.9) faults.push(`main target of ${r.width.toFixed(0)} x ${r.height.toFixed(0)} px: ${name(e)}`);
          }
          for (const e of document.querySelectorAll('dialog, [role=dialog], [role=alertdialog], [popover]')) if (seen(e)) faults.push(`pop-up: ${name(e)}`);
          return [...new Set(faults)];
        }
        """);

    /// <summary>
    /// What of a page falls short for the keyboard, for high contrast, for readers whom movement makes ill, and on paper. The page
    /// stays open: it costs a fraction of a second.
    /// </summary>
    public static async Task<IReadOnlyList<string>> GateFaultsAsync(this IPage page)
    {
        // After a key the browser shows the focus of whatever is focused.
        await page.Keyboard.PressAsync("Tab");
        List<string> faults = [.. await page.EvaluateAsync<string[]>(FocusAndMotion)];
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        faults.AddRange(await page.EvaluateAsync<string[]>(Edges));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Print });
        faults.AddRange(await page.EvaluateAsync<string[]>(Paper));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.None, Media = Media.Screen });
        await page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        return faults;
    }

    private const string Common =
        """
        const name = e => e.tagName.toLowerCase() + (typeof e.className === 'string' && e.className ? '.' + e.className.trim().replaceAll(' ', '.') : '') + ' “' + (e.innerText ?? e.value ?? '').trim().slice(0, 16) + '”';
        const seen = e => { const r = e.getBoundingClientRect(); return r.width > 2 && r.height > 2 && e.checkVisibility({ visibilityProperty: true }); };
        """;

    private const string FocusAndMotion =
        "() => {" + Common +
        """
          const faults = [];
          const moving = e => getComputedStyle(e).transitionDuration.split(', ').some(d => parseFloat(d) > 0) || getComputedStyle(e).animationName !== 'none';
          for (const e of [...document.querySelectorAll('body *')].slice(0, 1500)) if (seen(e) && moving(e)) faults.push(`moves although less motion is wished: ${name(e)}`);
          for (const e of [...document.querySelectorAll('a[href], button:not([disabled]), input:not([type=hidden], [disabled]), select, textarea, summary, [tabindex="0"]')].filter(seen).slice(0, 120)) {
            e.focus({ preventScroll: true });
            if (document.activeElement !== e) continue;
            const style = getComputedStyle(e);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) faults.push(`focus not to be seen: ${name(e)}`);
          }
          return [...new Set(faults)];
        }
        """;

    private const string Edges =
        "() => {" + Common +
        """
          return [...new Set([...document.querySelectorAll('.button, .input, .status, .tag, .notice, .error-summary')].filter(seen)
            .filter(e => { const s = getComputedStyle(e); return ['Top', 'Left'].every(side => s[`border${side}Style`] === 'none' || parseFloat(s[`border${side}Width`]) < 1); })
            .map(e => `no edge in forced colours: ${name(e)}`))];
        }
        """;

    private const string Paper =
        "() => {" + Common +
        """
          const faults = [...document.querySelectorAll('.site-nav, .site-footer, .admin-nav, .reading-bar, .read-aloud, .skip')].filter(seen).map(e => `printed: ${name(e)}`);
          const title = document.querySelector('h1');
          if (!seen(title)) faults.push('the title is not printed');
          return faults;
        }
        """;
}
