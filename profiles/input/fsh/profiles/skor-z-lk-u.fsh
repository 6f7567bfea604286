Profile: SkorZLkU
Parent: SkorZ
Id: skor-z-lk-u
Title: "Skor z lingkar kepala menurut umur (LK/U)"
Description: "Skor z lingkar kepala menurut umur (LK/U), dihitung menurut standar WHO, dengan kategori Permenkes 2/2020. Kode tafsir untuk kepala besar belum ditemukan: skornya ditulis tanpa tafsir."
* insert Terbitan
* insert Inggris([["Head-circumference-for-age z-score"]])
* insert Diamati($sct, 1153594009, exam)
* interpretation from TafsirLkUVS (required)
