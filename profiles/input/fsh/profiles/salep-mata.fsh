Profile: SalepMata
Parent: Tindakan
Id: salep-mata
Title: "Salep mata antibiotik"
Description: "Salep mata antibiotik bayi baru lahir. Kategorinya konseling, sebagaimana kumpulan nasional."
* insert Terbitan
* insert Inggris([["Antibiotic eye ointment"]])
* insert Dilakukan(409063005, $klinis, PC000002)
