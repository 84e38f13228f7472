const words = `
abcdefghijkl abcdefgh administrator adminadmin admin adminpassword baseball basketball batman businessready
changeme changemenow charlie chelsea computer correcthorsebatterystaple defaultpassword demo demonstration
dragon everton espalier espalierespalier family flower football freedom fuckyou godsavetheking godsavethequeen
growthhub guest guestguest hello helloworld hellohello iloveyou iloveyouforever incubator internet january
february march april june july august september october november december jordan killer kingkong letmein
letmeinnow letmeinplease liverpool liverpoolfc london login loveyou manchester manchesterunited master
masterpassword mentor mentoring michael monday monkey mypassword mypasswordis mysecretpassword newpassword
nothing passwd password passwordpassword passwordone passwordforever pass passpass passphrase pokemon princess
programme qazwsx qazwsxedc qazwsxedcrfv qwerty qwertyqwerty qwertyuiop qwertyuiopasdf qwertyuiopasdfghjkl
qwertyuiopasdfghjklzxcvbnm asdfghjkl asdfghjklzxcvbnm asdf asdfasdf zxcvbnm zxcvbnmasdfghjkl root rootroot
samsung secret secretsecret september shadow skywalker starwars starwarsstarwars spring summer autumn winter
sunshine superman superuser temporary temporarypassword test testtest testing testpassword tigger trustnoone
trustno unknown user username welcome welcomehome welcomewelcome whatever thisismypassword thisisapassword
iamtheadmin opensesame wordpass yourpassword arsenal tottenham rangers celtic
`;

/** Well-known passwords as bare words, without the digits and signs that people add to make them long enough. */
export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
