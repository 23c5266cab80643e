/** Posters, drawn by hand so that the page needs nothing from elsewhere. */
const poster = (inside) => `<svg viewBox="0 0 320 200" preserveAspectRatio="xMidYMid slice" aria-hidden="true">${inside}</svg>`

export const art = {
  moon: poster(`
    <rect width="320" height="200" fill="#12213f"/><circle cx="232" cy="70" r="44" fill="#f7d98b"/>
    <circle cx="214" cy="60" r="44" fill="#12213f" opacity=".35"/>
    <path d="M0 160q40-40 80-10t80-8 80-4 80-6v68H0z" fill="#25406e"/><path d="M0 176q60-26 120-6t110-6 90 2v34H0z" fill="#0c1730"/>
    <g stroke="#f7d98b" stroke-width="3" fill="none"><path d="M60 150V70l34-8v80"/><ellipse cx="52" cy="151" rx="9" ry="6" fill="#f7d98b"/><ellipse cx="86" cy="143" rx="9" ry="6" fill="#f7d98b"/></g>
    <g fill="#fff"><circle cx="30" cy="34" r="1.5"/><circle cx="130" cy="26" r="2"/><circle cx="160" cy="60" r="1.5"/><circle cx="290" cy="30" r="1.5"/><circle cx="110" cy="90" r="1.2"/></g>`),
  rock: poster(`
    <rect width="320" height="200" fill="#e8452c"/><g fill="#ffb238"><path d="m160 108 240-140v60zM160 108l-240-140v60zM160 108 60-60h60zM160 108l100-168h60zM160 108-80 150v60zM160 108l240 42v60z"/></g>
    <circle cx="160" cy="108" r="62" fill="#1d1016"/><circle cx="160" cy="108" r="46" fill="none" stroke="#54343d" stroke-width="2"/>
    <circle cx="160" cy="108" r="32" fill="none" stroke="#54343d" stroke-width="2"/><circle cx="160" cy="108" r="19" fill="#ffe3b0"/><circle cx="160" cy="108" r="4" fill="#1d1016"/>`),
  dance: poster(`
    <rect width="320" height="200" fill="#f3e3dc"/><circle cx="160" cy="104" r="82" fill="#e7a5a0"/>
    <g fill="none" stroke="#7d1f3a" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"><path d="M160 66v44l-34 52M160 110l44 30M160 76l-50-26M160 76l52-34"/></g>
    <circle cx="160" cy="48" r="13" fill="#7d1f3a"/><path d="M128 112q32-24 66 0l22 34q-54 20-112 0z" fill="#c14f6a" opacity=".85"/>`),
  opera: poster(`
    <rect width="320" height="200" fill="#a61c1c"/><path d="M0 0h44q-2 110-44 150zM320 0h-44q2 110 44 150z" fill="#6d0f12"/>
    <g transform="translate(160 104)"><ellipse rx="52" ry="66" fill="#fff6ea"/><path d="M-52-8q10-52 52-58 42 6 52 58-24-30-52-30T-52-8z" fill="#1a1a1a"/>
    <path d="M-36-4q16-18 30 0-14 12-30 0zM36-4q-16-18-30 0 14 12 30 0z" fill="#1a1a1a"/><path d="M-40-22q18-20 34-4M40-22q-18-20-34-4" stroke="#c0262c" stroke-width="7" fill="none"/>
    <path d="M-14 34q14 12 28 0-14-9-28 0z" fill="#c0262c"/><path d="M-44 14q12 26 26 30M44 14q-12 26-26 30" stroke="#e7848a" stroke-width="10" fill="none" opacity=".6"/></g>`),
  sport: poster(`
    <rect width="320" height="200" fill="#0f7a52"/><g fill="#0d6b48"><path d="M0 0h54v200H0zM108 0h54v200h-54zM216 0h54v200h-54z"/></g>
    <g fill="none" stroke="#d9f5e6" stroke-width="3"><circle cx="160" cy="100" r="38"/><path d="M160 0v200M0 50h44v100H0M320 50h-44v100h44"/></g>
    <circle cx="160" cy="100" r="17" fill="#fff"/><path d="m160 91 8 6-3 9h-10l-3-9z" fill="#1a1a1a"/>`),
  piano: poster(`
    <rect width="320" height="200" fill="#1c1c22"/><g fill="#f6f2e9"><path d="M10 92h28v108H10zM42 92h28v108H42zM74 92h28v108H74zM106 92h28v108h-28zM138 92h28v108h-28zM170 92h28v108h-28zM202 92h28v108h-28zM234 92h28v108h-28zM266 92h28v108h-28z"/></g>
    <g fill="#1c1c22"><path d="M31 92h18v66H31zM63 92h18v66H63zM127 92h18v66h-18zM159 92h18v66h-18zM191 92h18v66h-18zM255 92h18v66h-18z"/></g>
    <path d="M0 84q80-62 160-30t160-20" stroke="#d8a24a" stroke-width="3" fill="none"/><path d="M0 70q80-62 160-30t160-20" stroke="#d8a24a" stroke-width="1.5" fill="none" opacity=".6"/>`),
  kids: poster(`
    <rect width="320" height="200" fill="#8fd3ec"/><circle cx="268" cy="44" r="24" fill="#ffd45c"/><path d="M0 150q80-34 160-8t160-6v64H0z" fill="#78c46b"/>
    <path d="M96 60h128v90H96z" fill="#fff"/><path d="M84 62 160 16l76 46z" fill="#ef5b5b"/><path d="M112 62v88h16V62zm48 0v88h16V62zm48 0v88h16V62z" fill="#ef5b5b"/>
    <path d="M144 150v-30a16 16 0 0 1 32 0v30z" fill="#5a3d7a"/><path d="M160 16V2l16 5z" fill="#ffd45c" stroke="#5a3d7a" stroke-width="1.5"/>`),
  city: poster(`
    <rect width="320" height="200" fill="#fbb03b"/><circle cx="160" cy="120" r="70" fill="#f26a3d"/>
    <g fill="#3a1c4a"><path d="M0 130h30v-30h26v30h12V76h30v54h10V96h22v34h10V52h12V36h6v16h12v78h12V90h26v40h10V70h30v60h14v-26h26v26h42v70H0z"/></g>
    <g fill="#fbb03b"><path d="M76 88h5v5h-5zm10 0h5v5h-5zm-10 14h5v5h-5zm10 0h5v5h-5zM146 66h4v5h-4zm9 0h4v5h-4zm-9 14h4v5h-4zm84 4h5v5h-5zm10 0h5v5h-5zm0 14h5v5h-5z"/></g>`),
}
