CodeSystem: Lingkungan
Id: lingkungan
Title: "Lingkungan data"
Description: "Dari lingkungan mana sebuah data berasal. Data simulasi tidak pernah dihitung sebagai terkirim."
* insert Terbitan
* ^caseSensitive = true
* ^content = #complete
* #simulasi "Simulasi" "Orang dan kejadian rekaan; tidak pernah sampai ke platform nasional."
* #staging "Staging" "Dikirim ke lingkungan uji platform nasional."
* #produksi "Produksi" "Orang dan kejadian nyata."
